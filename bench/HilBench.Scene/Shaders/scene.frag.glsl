#version 330 core
// A negative glyph coordinate stands for a plain triangle.
uniform sampler2D atlas;
in vec2 atGlyph;
in vec4 atColour;
out vec4 fragment;

void main()
{
    float cover = atGlyph.x < 0.0 ? 1.0 : texture(atlas, atGlyph).r;
    fragment = vec4(atColour.rgb, atColour.a * cover);
}
